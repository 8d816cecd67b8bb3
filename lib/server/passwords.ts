import { hash, verify } from '@node-rs/argon2'

// Argon2id with OWASP's second recommended setting (19 MiB, 2 passes, 1 lane); the library's default variant is Argon2id.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let decoy: Promise<string> | undefined

export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS)
}

/** With no account (`passwordHash` null) it takes as long and answers false, so that time tells nothing. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('a password nobody has')
  const matches = await verify(passwordHash ?? (await decoy), password)
  return passwordHash !== null && matches
}
