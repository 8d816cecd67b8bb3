/** The steps of trying a mailbox, in their order. */
export const CHECK_STEPS = ['servers', 'read', 'folders', 'send', 'mail', 'arrive', 'verdict'] as const
export type CheckStepName = (typeof CHECK_STEPS)[number]

export const CHECK_STEP_LABELS: Readonly<Record<CheckStepName, string>> = {
  servers: 'Find the servers',
  read: 'Sign in to read',
  folders: 'Open the inbox',
  send: 'Sign in to send',
  mail: 'Send a mail to yourself',
  arrive: 'See it arrive',
  verdict: 'What the receiver says about it',
}

/** careful: it works, and there is something to know. skipped: not asked for. */
export type CheckStep = {
  step: CheckStepName
  result: 'ok' | 'careful' | 'failed' | 'skipped'
  words: string
  remedy?: string
  /** What the other server said itself. */
  said?: string
}

export const CHECK_RESULT_WORDS: Readonly<
  Record<CheckStep['result'], { label: string; tone: 'good' | 'careful' | 'neutral' }>
> = {
  ok: { label: 'Works', tone: 'good' },
  careful: { label: 'Works, but', tone: 'careful' },
  failed: { label: 'Failed', tone: 'careful' },
  skipped: { label: 'Left out', tone: 'neutral' },
}

/** As stored; what is no step is left out. */
export function storedSteps(value: unknown): CheckStep[] {
  return Array.isArray(value) ? value.filter(isStep) : []
}

function isStep(value: unknown): value is CheckStep {
  const { step, result, words } = (value ?? {}) as Partial<CheckStep>
  return (
    CHECK_STEPS.some((name) => name === step) &&
    typeof result === 'string' &&
    result in CHECK_RESULT_WORDS &&
    typeof words === 'string'
  )
}
