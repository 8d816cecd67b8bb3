import { readDate } from './import-dates.ts'
import { readNumber } from './import-values.ts'

const CELL_MAX_CHARACTERS = 2_000

export function looksLikePage(cell: string): boolean {
  return cell.length <= CELL_MAX_CHARACTERS && /^https?:\/\/[^\s/]+\.[^\s/]/i.test(cell)
}

/** "example.com", without a scheme and a path. */
export function looksLikeHost(cell: string): boolean {
  if (cell.length > 253 || !cell.includes('.')) return false
  return (
    cell.split('.').every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?$/u.test(label)) &&
    /\.\p{L}[\p{L}\p{N}-]*$/u.test(cell)
  )
}

export function looksLikeMailAddress(cell: string): boolean {
  return cell.length <= 320 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell)
}

export function looksLikeCount(cell: string): boolean {
  const number = /^\d[\d.,\s\u00a0\u202f'’]*$/.test(cell) ? readNumber(cell) : null
  return number !== null && Number.isInteger(number) && number >= 0
}

export function looksLikeDate(cell: string): boolean {
  return readDate(cell) !== null
}
