import { openSuppressionKey, sealSuppressionKey } from '#lib/server/suppression-hash.ts'

/**
 * The key of a workspace's stops as it stands in the file: of use to another installation, so no longer sealed by this one.
 *
 * @param stored as Workspace.suppressionKey has it
 * @returns base64 of 32 bytes
 * @throws CannotUnseal when the server's secret is not the one it was sealed with
 */
export function suppressionKeyToCarry(stored: string | null, workspaceId: string): string | null {
  return stored === null ? null : openSuppressionKey(stored, workspaceId).toString('base64')
}

/** The same key as the workspace it comes to keeps it: sealed by the server there. */
export function suppressionKeyToKeep(carried: string | null, workspaceId: string): string | null {
  return carried === null ? null : sealSuppressionKey(Buffer.from(carried, 'base64'), workspaceId)
}
