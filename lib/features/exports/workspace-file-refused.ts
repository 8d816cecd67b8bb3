/** Why a workspace's file is not read, in one sentence for people. Nothing of it was written. */
export class WorkspaceFileRefused extends Error {
  override name = 'WorkspaceFileRefused'
}
