// SQLite: the questions are rows, and the answer is a function of SQL. Cases in tables are in ../sqlite.
import initSqlJs from 'sql.js';
import { answer } from './answer.js';
import { print, questions } from './host.js';

const { Database } = await initSqlJs();
const database = new Database();
database.create_function('answer', (ask: string, given: string) => answer(ask, JSON.parse(given)));
database.run('create table questions (number integer primary key, ask text not null, given text not null)');
for (const { ask, given } of questions) database.run('insert into questions (ask, given) values (?, ?)', [ask, JSON.stringify(given)]);
const [found] = database.exec('select answer(ask, given) from questions order by number');
print(found?.values.map(([line]) => String(line)) ?? []);
