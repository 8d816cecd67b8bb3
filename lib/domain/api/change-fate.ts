/** How far a change has come. It is written by whoever runs it, and read when something breaks. */
export type ChangeProgress = { reached: 'not-begun' | 'begun' | 'done' }

export type ChangeFate = 'not-done' | 'done' | 'in-doubt'

/**
 * What became of a change that ended badly. Only what was surely not done may be tried again with the same key: a command
 * that says no has rolled back what it began, and one that broke may have been kept all the same, as where the connection
 * to the database fell while it was told to commit.
 *
 * @param saidNo a rule or a look for what is not there ended it, and nothing broke
 */
export function changeFate({ reached }: ChangeProgress, { saidNo }: { saidNo: boolean }): ChangeFate {
  if (reached === 'not-begun') return 'not-done'
  if (reached === 'done') return 'done'
  return saidNo ? 'not-done' : 'in-doubt'
}
