import { writtenNumber } from '#components/ui/written.ts'

/** "1 page", "1,204 pages". */
export function pagesInWords(pages: number): string {
  return `${writtenNumber(pages)} ${pages === 1 ? 'page' : 'pages'}`
}

/** "1,204". */
export function inDigits(count: number): string {
  return writtenNumber(count)
}
