import { readFileSync } from 'node:fs'
import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import pg from 'pg'

type Statement = { text: string; values: unknown[] }
type Floor = {
  databaseUrl: string
  authSecret: string
  cookieName: string
  slug: string
  lists: Record<string, { statements: Statement[]; cells: number }>
}

const floor = JSON.parse(readFileSync('floor.json', 'utf8')) as Floor
const pool = new pg.Pool({ connectionString: floor.databaseUrl, max: 10 })
const PERSON = `SELECT m."workspaceId" FROM "User" u JOIN "Member" m ON m."userId" = u."id"
  JOIN "Workspace" w ON w."id" = m."workspaceId" WHERE u."id" = $1 AND u."sessionVersion" = $2 AND w."slug" = $3`

type Props = { searchParams: Promise<Record<string, string>> }

/** The least a signed-in list page of this framework does: who asks, the list's own SQL, a plain table. */
export default async function FloorPage({ searchParams }: Props) {
  const token = (await cookies()).get(floor.cookieName)?.value
  const claims = await decode({ token, secret: floor.authSecret })
  const person = await pool.query(PERSON, [claims?.sub, claims?.sessionVersion, floor.slug])
  const list = floor.lists[(await searchParams).list ?? '']
  if (person.rowCount !== 1 || !list) return <p>Nothing here</p>
  const answers = await Promise.all(list.statements.map(({ text, values }) => pool.query(text, values)))
  const rows = answers
    .map((answer) => answer.rows)
    .reduce((most, each) => (each.length > most.length ? each : most), [])
  return (
    <table>
      <tbody>
        {rows.map((row, n) => (
          <tr key={row.id ?? n}>
            {Object.values(row)
              .slice(0, list.cells)
              .map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name
                <td key={at}>{cell instanceof Date ? cell.toISOString() : String(cell ?? '')}</td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
