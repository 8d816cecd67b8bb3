import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

const EXIT_BUG = 1

/**
 * Answers JSON lines with JSON lines, in any order, at most `concurrency` at a time. What is no JSON, or not what was
 * asked for, is answered as such. The number is the exit code: 0 when every line was answered.
 */
export async function answerLines(
  input: Readable,
  output: Writable,
  concurrency: number,
  answer: (line: unknown) => Promise<object> | object,
): Promise<number> {
  const running = new Set<Promise<void>>()
  let exitCode = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    const job = answerOne(line, answer).then(async ({ text, isBug }) => {
      if (isBug) exitCode = EXIT_BUG
      if (!output.write(text)) await once(output, 'drain')
    })
    const tracked = job.finally(() => running.delete(tracked))
    running.add(tracked)
    if (running.size >= concurrency) await Promise.race(running)
  }
  await Promise.all(running)
  return exitCode
}

/** A line that is not what was asked for. The message says what is wrong with it. */
export class MalformedLine extends Error {
  override name = 'MalformedLine'
}

type Answer = { text: string; isBug: boolean }

async function answerOne(line: string, answer: (line: unknown) => Promise<object> | object): Promise<Answer> {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch {
    return refused('This line is no JSON.')
  }
  try {
    return { text: `${JSON.stringify(await answer(read))}\n`, isBug: false }
  } catch (error) {
    if (error instanceof MalformedLine) return refused(error.message)
    // One line that breaks us must not take the others with it.
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return { ...refused('Something went wrong on our side.'), isBug: true }
  }
}

function refused(message: string): Answer {
  return { text: `${JSON.stringify({ id: null, error: message })}\n`, isBug: false }
}
