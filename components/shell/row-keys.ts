/** What keys do with the rows of a list: each answers whether there was something to do. */

/** Goes to the next row, or the one before; also from a button of a row. */
export function focusRow(step: 1 | -1): boolean {
  const rows: Element[] = [...document.querySelectorAll('[data-row-link]')]
  const here = rowOneIsOn()?.querySelector('[data-row-link]') ?? document.activeElement
  const at = here ? rows.indexOf(here) : -1
  const next = at < 0 ? (rowBefore(rows) ?? rows.at(step === 1 ? 0 : -1)) : rows[at + step]
  if (!(next instanceof HTMLElement)) return false
  lastOn = { page: location.pathname, href: next.getAttribute('href') ?? '' }
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
  return true
}

/** The row one was on last, so that whoever opened it and comes back goes on from there. */
let lastOn = { page: '', href: '' }

function rowBefore(rows: Element[]): Element | undefined {
  if (lastOn.page !== location.pathname) return undefined
  return rows.find((row) => row.getAttribute('href') === lastOn.href)
}

/** Presses what carries this key in the row one is on. */
export function pressOfRow(key: string): boolean {
  if (!/^[a-z]$/.test(key)) return false
  const pressed = rowOneIsOn()?.querySelector<HTMLElement>(`[data-row-key="${key}"]`)
  pressed?.click()
  return pressed !== null && pressed !== undefined
}

export function tickRow(): boolean {
  const tick = document.activeElement?.closest('tr')?.querySelector<HTMLElement>('[data-row-tick]')
  tick?.click()
  return tick !== undefined && tick !== null
}

/** Whether one is on a row with keys of its own. */
export function isOnRow(): boolean {
  return rowOneIsOn() !== null
}

function rowOneIsOn(): Element | null {
  return document.activeElement?.closest('[data-row]') ?? null
}
