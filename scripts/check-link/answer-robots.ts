import { z } from 'zod'
import { isAllowedByRobotsTxt } from '#lib/domain/link-check/robots-txt.ts'
import { lineId, readLine } from './read-line.ts'

const robotsLine = z.object({ id: lineId, robotsTxt: z.string(), agent: z.string(), url: z.string() })

export function answerRobotsLine(line: unknown): object {
  const { id, robotsTxt, agent, url } = readLine(robotsLine, line)
  return { id, allowed: isAllowedByRobotsTxt(robotsTxt, agent, url) }
}
