import { seed } from './seed-if-empty.ts'
import { withLocalDatabase } from './with-local-database.ts'

await withLocalDatabase(async () => {
  const made = await seed(new Date())
  console.log(made.length > 0 ? `Made ${made.join(', ')}.` : 'The demo workspaces are already there.')
})
