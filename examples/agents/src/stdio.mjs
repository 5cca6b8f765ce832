#!/usr/bin/env node
// The server over standard input and output, as an agent's host starts it.
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { toolServer } from './server.mjs';

await toolServer().connect(new StdioServerTransport());
