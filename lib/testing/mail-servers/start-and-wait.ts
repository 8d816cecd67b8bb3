import { startMailServers } from './start-mail-servers.ts'

// For a test that kills this process: the servers must go with it.
const { folder, smtp } = await startMailServers({ required: true })
console.log(JSON.stringify({ folder, port: smtp.port }))
setInterval(() => {}, 60_000)
