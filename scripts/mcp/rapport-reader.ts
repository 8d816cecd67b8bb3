/** What Rapport answered, or why it did not, in words. */
export type Read = { ok: true; answer: unknown } | { ok: false; words: string }
export type Reader = (path: string, query?: Readonly<Record<string, string | undefined>>) => Promise<Read>

const PATIENCE_MS = 30_000

/**
 * Reads from a Rapport's API with a token, and can do nothing else: every request is a GET. The token goes to that address
 * alone, wherever it may point.
 */
export function rapportReader({ url, token }: { url: string; token: string }): Reader {
  return async (path, query = {}) => {
    const address = new URL(`${url}/api/v1${path}`)
    for (const [name, value] of Object.entries(query)) if (value) address.searchParams.set(name, value)
    try {
      const response = await fetch(address, {
        method: 'GET',
        headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const answer: unknown = await response.json()
      return response.ok ? { ok: true, answer } : { ok: false, words: problemWords(answer) }
    } catch {
      return {
        ok: false,
        words: `Rapport did not answer at ${url}. Is it running, and is RAPPORT_URL right?`,
      }
    }
  }
}

function problemWords(answer: unknown): string {
  const { title, detail, remedy } = (answer ?? {}) as Record<string, unknown>
  const words = [title, detail, remedy].filter((each) => typeof each === 'string' && each !== '')
  return words.length > 0 ? words.join('. ').replaceAll('..', '.') : 'Rapport refused without a word.'
}
