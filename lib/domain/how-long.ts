/** A number of hours as people say it: "40 minutes" is "under an hour", "5 hours", "2.5 days". */
export function howLong(hours: number): string {
  if (hours < 1) return 'under an hour'
  if (hours < 36) return counted(Math.round(hours), 'hour')
  const days = hours / 24
  return counted(days < 10 ? Math.round(days * 2) / 2 : Math.round(days), 'day')
}

function counted(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`
}
