import { databaseAcrossWorkspaces } from '#lib/server/database.ts'

/** Puts a page at a demo address, in place of what was there. */
export async function savedPage(
  url: string,
  html: string,
  more: { status?: number; robotsTxt?: string } = {},
) {
  const page = { html, status: 200, robotsTxt: '', ...more }
  await databaseAcrossWorkspaces().savedPage.upsert({
    where: { url },
    create: { url, ...page },
    update: page,
  })
}
