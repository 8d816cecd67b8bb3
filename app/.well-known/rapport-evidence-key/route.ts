import { publicEvidenceKey } from '#lib/server/evidence-key.ts'

/** What evidence of this installation is signed with, for everybody who wants to compare. */
export async function GET() {
  const { publicPem, fingerprint } = await publicEvidenceKey(new Date())
  return new Response(`${publicPem}\nSHA-256 ${fingerprint}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
