/** Joins class names and leaves out what is false or missing. It does not settle conflicts: pass layout classes only. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
