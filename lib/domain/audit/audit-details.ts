import { z } from 'zod'
import { ROLES } from '../roles.ts'

/** An id of ours: letters, digits, dashes. Neither a mail address nor a sentence fits. */
export const anId = z
  .string()
  .max(64)
  .regex(/^[a-z0-9-]+$/i)
export const ids = z.array(anId).max(1_000)
export const count = z.int().min(0)
export const isOn = z.boolean()
export const aRole = z.enum(ROLES)
/** A name out of our own code, never one that a person typed: a state, a rule, a setting. */
export const aName = z
  .string()
  .max(40)
  .regex(/^[a-z][a-zA-Z0-9]*(?:-[a-z0-9]+)*$/)
export const names = z.array(aName).min(1).max(100)
export const aFormat = z.enum(['csv', 'json', 'vcf', 'zip', 'pdf', 'html', 'page'])
/** A file's SHA-256, to know it again by. */
export const aHash = z.string().regex(/^[0-9a-f]{64}$/)
export const NOTHING = {}
