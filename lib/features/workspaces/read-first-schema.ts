import { z } from 'zod'
import { id, tick } from '../form-fields.ts'

export const readWriterFirstSchema = z.object({ memberId: id('a member'), isReadFirst: tick() })
