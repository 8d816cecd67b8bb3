/** What can be wrong with a mail that somebody brings. */
export const MAILED_PROBLEMS = [
  'no-file',
  'broke-off',
  'too-large',
  'unreadable',
  'no-text',
  'too-long',
] as const
export type MailedProblem = (typeof MAILED_PROBLEMS)[number]
