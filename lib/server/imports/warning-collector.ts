import { type ImportWarning, warningWords } from '#lib/domain/imports/import-warnings.ts'

const KEPT_LINES = 5
const MOST_KINDS = 200

/** Counts the warnings of rows, so that ten thousand of one kind become one sentence. */
export class WarningCollector {
  private readonly counted = new Map<string, ImportWarning & { count: number; lines: (number | string)[] }>()

  add(warning: ImportWarning, line: number | string): void {
    const key = `${warning.kind} ${warning.column ?? ''}`
    const there = this.counted.get(key)
    if (!there) {
      if (this.counted.size < MOST_KINDS) this.counted.set(key, { ...warning, count: 1, lines: [line] })
      return
    }
    there.count += 1
    if (there.lines.length < KEPT_LINES && there.lines.at(-1) !== line) there.lines.push(line)
  }

  sentences(): string[] {
    return [...this.counted.values()].map(warningWords)
  }
}
