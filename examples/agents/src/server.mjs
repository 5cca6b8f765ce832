// The tools of professional-status over the Model Context Protocol: it hands them on as they are, and decides nothing.
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, ErrorCode, ListToolsRequestSchema, McpError } from '@modelcontextprotocol/sdk/types.js';
import { tools } from 'professional-status/tools';

const instructions = [
  'Never guess a fact: ask for it. Undetermined is an answer: pass on what it says to ask.',
  'Say the line of an answer as it is, with its clause, and keep its receipt.',
].join(' ');

/** The answer in plain words, for a client that shows texts alone. @param {ReturnType<(typeof tools)[number]['call']>} answer */
function inWords(answer) {
  if (answer.ok) return [answer.line, ...(answer.ask ?? [])].join('\n');
  return answer.issues.map(({ path, message }) => `${path.join('.') || 'the input'} ${message}`).join('\n');
}

/** Makes a server; connect it to whatever transport there is. */
export function toolServer() {
  const server = new Server({ name: 'professional-status', version: '0.1.0' }, { capabilities: { tools: {} }, instructions });
  const listed = tools.map(({ name, description, inputSchema, outputSchema, annotations }) => ({
    name,
    description,
    inputSchema: { ...inputSchema, type: /** @type {const} */ ('object') },
    outputSchema: { ...outputSchema, type: /** @type {const} */ ('object') },
    annotations,
  }));
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: listed }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (tool === undefined) throw new McpError(ErrorCode.InvalidParams, `no tool ${params.name}`);
    const answer = tool.call(params.arguments);
    return { content: [{ type: 'text', text: inWords(answer) }], structuredContent: { ...answer }, isError: !answer.ok };
  });
  return server;
}
