/** Not a field of a thing: the site that an e-mail address gives away, for an outlet that a file only names. */
export const GUESSED_SITE = 'prospect.site'

/** Where a person's word stands against a file's. The rest is added to, never written over. */
const TAKEABLE =
  /^(?:prospect\.(?:name|kind|note|country|language|whyCare|ownerId|guidelines|guidelinesUrl|guidelinesNote|notForUsAt|notForUsReason|site|custom\..+)|contact\.(?:name|role|note|custom\..+)|mention\.(?:targetUrl|provenance|note))$/

/** Whether the file's value may be taken instead of ours: "prospect.name". */
export function isTakeable(field: string): boolean {
  return field.length <= 200 && TAKEABLE.test(field)
}
