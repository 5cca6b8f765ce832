// A workbook is a zip archive, whose entries carry the time at which they were packed. Without it the same workbook is the same file.

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Midnight of 1 January 1980, the first moment that an archive can name: date 33, time 0. */
const FIRST_DAY = 33;

/** The same archive with every entry packed at the first moment that there is. @param {Buffer} archive */
export function withoutClock(archive) {
  const end = archive.length - 22;
  if (archive.readUInt32LE(end) !== END) throw new Error('the workbook is not a zip archive without a comment');
  let at = archive.readUInt32LE(end + 16);
  for (let entry = archive.readUInt16LE(end + 10); entry > 0; entry--) {
    const local = archive.readUInt32LE(at + 42);
    if (archive.readUInt32LE(at) !== CENTRAL || archive.readUInt32LE(local) !== LOCAL)
      throw new Error('the workbook is not a plain zip archive');
    stop(archive, at + 12);
    stop(archive, local + 10);
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return archive;
}

/** @param {Buffer} archive @param {number} at */
function stop(archive, at) {
  archive.writeUInt16LE(0, at);
  archive.writeUInt16LE(FIRST_DAY, at + 2);
}
