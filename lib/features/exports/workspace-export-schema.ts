import { z } from 'zod'
import { tick } from '../form-fields.ts'
import { workspaceName } from '../workspaces/workspace-schema.ts'

export const askForWorkspaceZipSchema = z.object({ withPages: tick() })

export const workspaceToFillSchema = z.object({ name: workspaceName })
