import type { Failure, PageObservation } from './page-observation.ts'

/** Whether a failure may pass by itself; null where nobody can say. */
const FAILURE_MAY_PASS: Record<Failure, boolean | null> = {
  dns: null,
  refused: true,
  reset: true,
  timeout: true,
  tls: null,
  'too-large': false,
  protocol: true,
  'redirect-loop': null,
  'too-many-redirects': null,
  'blocked-address': false,
  'blocked-port': false,
  'bad-scheme': false,
}

/** The name server itself did not answer: that passes, unlike a name that does not exist. */
export const NAME_SERVER_BUSY = 'EAI_AGAIN'

export function transientOf(
  observation: PageObservation,
  { isEmpty, isWall }: { isEmpty: boolean; isWall: boolean },
): boolean | null {
  const { failure, failureDetail, status } = observation
  if (observation.robotsUnavailable === true) return true
  if (observation.forbiddenByRobots) return null
  if (failure === 'dns' && failureDetail === NAME_SERVER_BUSY) return true
  if (failure !== null) return FAILURE_MAY_PASS[failure]
  if (status === null || observation.cut || isEmpty) return true
  if (status === 408 || status === 425 || status === 429 || status >= 500) return status < 600 ? true : null
  if (status === 410) return false
  if (status >= 200 && status < 300) return isWall ? null : false
  return null
}
