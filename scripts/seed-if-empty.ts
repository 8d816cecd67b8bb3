import { closeSilentPitches } from '#lib/features/pitches/close-silent-pitches.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { stopJobSender } from '#lib/server/jobs.ts'
import { agency } from './demo/agency.ts'
import { ecoShop } from './demo/eco-shop.ts'
import { freelancer } from './demo/freelancer.ts'
import { playStory } from './demo/play-story.ts'

const STORIES = [ecoShop, freelancer, agency]

/** Makes the demo workspaces when nobody is here yet. @returns whether it did */
export async function seedIfEmpty(): Promise<boolean> {
  if ((await databaseAcrossWorkspaces().user.count()) > 0) return false
  await seed(new Date())
  return true
}

/** Makes those demo workspaces that are not there yet. */
export async function seed(now: Date): Promise<string[]> {
  const made: string[] = []
  for (const story of STORIES) {
    const there = await databaseAcrossWorkspaces().workspace.count({
      where: { isDemo: true, name: story.workspace },
    })
    if (there > 0) continue
    await playStory(story, now)
    made.push(story.workspace)
  }
  await closeSilentPitches(now)
  await stopJobSender()
  return made
}
