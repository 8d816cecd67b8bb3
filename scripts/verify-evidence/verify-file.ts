import { readFileSync } from 'node:fs'
import { fileSource } from '#lib/server/imports/import-source.ts'
import { fingerprintOf } from '#lib/server/key-fingerprint.ts'
import { NoBundle } from './open-bundle.ts'
import { type VerifiedBundle, verifyBundle } from './verify-bundle.ts'

const [WHOLE, CHANGED, NO_BUNDLE] = [0, 1, 2]
const MOST_NAMED = 100

/** Verifies a bundle and says what it found. @param key a fingerprint, or the file of a public key @returns the exit code */
export async function verifyFile(file: string, key: string | undefined): Promise<number> {
  try {
    const given = key === undefined ? null : fingerprintFrom(key)
    const source = await fileSource(file).catch(() => {
      throw new NoBundle(`There is no file ${file}.`)
    })
    return tell(await verifyBundle(source, given), given)
  } catch (error) {
    if (!(error instanceof NoBundle)) throw error
    console.error(error.message)
    return NO_BUNDLE
  }
}

function tell({ findings, fingerprint, about }: VerifiedBundle, given: string | null): number {
  for (const { file, field, words } of findings.slice(0, MOST_NAMED))
    console.log(`${file}${field === undefined ? '' : `, ${field},`} ${words}.`)
  if (findings.length > MOST_NAMED) console.log(`And ${findings.length - MOST_NAMED} more.`)
  if (findings.length > 0) {
    console.log('This is not what was signed.')
    return CHANGED
  }
  console.log(
    `${about.mentions} mentions, ${about.looks} looks. Every file is as it was signed, and every chain is whole.`,
  )
  console.log(
    given === null
      ? `The key in it has the fingerprint ${fingerprint}. Compare that with the one at /.well-known/rapport-evidence-key of the Rapport it came from: whoever changes everything signs with a key of their own.`
      : `It was signed with the key you gave, ${fingerprint}.`,
  )
  return WHOLE
}

/** "SHA-256 AB:CD..." as well as plain hex; or a file with a public key in it. @throws NoBundle */
function fingerprintFrom(key: string): string {
  const hex = key
    .replace(/^sha-?256[: ]/i, '')
    .replace(/[:\s]/g, '')
    .toLowerCase()
  if (/^[0-9a-f]{64}$/.test(hex)) return hex
  try {
    const text = readFileSync(key, 'utf8')
    const [pem = ''] = /-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/.exec(text) ?? []
    return fingerprintOf(pem)
  } catch {
    throw new NoBundle('--key is neither a fingerprint (64 letters of hex) nor the file of a public key.')
  }
}
