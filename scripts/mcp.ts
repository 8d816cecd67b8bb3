import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { programSettings, SettingsError } from '#lib/server/env.ts'
import { mcpServer } from './mcp/mcp-server.ts'
import { rapportReader } from './mcp/rapport-reader.ts'

// Speaks the Model Context Protocol over stdin and stdout, so that a person can ask an assistant about their own outreach.
// Nothing but the protocol may go to stdout: start it with `npm run --silent mcp`.

try {
  await mcpServer(rapportReader(programSettings())).connect(new StdioServerTransport())
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
