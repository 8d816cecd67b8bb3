import { EMBED_KINDS, type EmbedChoice, type EmbedFacts } from '#lib/domain/press/press-embed.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { readNewestPress } from './press-page-queries.ts'

/** A Site's embed as it is set up, with what it shows today. @throws NotFound */
export async function getPressEmbed(scope: WorkspaceScope, siteId: string) {
  authorizeToSee(scope, 'mentions.write')
  const { workspaceId } = scope
  const site = await database().site.findFirst({
    where: { workspaceId, id: siteId, deletedAt: null },
    select: {
      ...{ name: true, timeZone: true },
      pressPage: {
        select: {
          ...{ embedAddress: true, embedSince: true, embedCount: true, embedKinds: true, embedWords: true },
          embeddedBy: { select: { name: true } },
        },
      },
    },
  })
  if (!site) throw new NotFound()
  const { embedAddress = null, embedSince = null, embeddedBy = null } = site.pressPage ?? {}
  const choice = choiceOf(site.pressPage)
  return {
    ...{ siteName: site.name, embedSince, embeddedBy, choice },
    href: embedAddress === null ? null : `${settings().appUrl}/embed/${embedAddress}`,
    facts: await readEmbed({ workspaceId, siteId }, site, choice),
  }
}

/** What an embed shows now. Who asks is nobody we know. */
export async function readEmbed(
  ofSite: { workspaceId: string; siteId: string },
  { name, timeZone }: { name: string; timeZone: string },
  { count, kinds, withWords }: EmbedChoice,
): Promise<EmbedFacts> {
  const entries = await readNewestPress(ofSite, {
    size: count,
    isLinked: kinds.includes('link'),
    isNamed: kinds.includes('name'),
  })
  return { siteName: name, timeZone, withWords, entries }
}

type SetUp = { embedCount: number; embedKinds: string[]; embedWords: boolean }

/** As it was set up, or as it is at first. */
export function choiceOf(setUp: SetUp | null): EmbedChoice {
  const { embedCount = 10, embedKinds = [...EMBED_KINDS], embedWords = false } = setUp ?? {}
  return {
    ...{ count: embedCount, withWords: embedWords },
    kinds: EMBED_KINDS.filter((kind) => embedKinds.includes(kind)),
  }
}
