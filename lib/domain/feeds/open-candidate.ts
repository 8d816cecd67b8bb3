type Asked = {
  foundBy: string
  createdAt: Date
  reviewSince: Date | null
  decisions: readonly unknown[]
}

/**
 * A page found in somebody's feed of which nobody has said yet whether it is about us: it waits since it was found. One that was
 * taken up, and waits again since a later look, is ours.
 */
export function isOpenCandidate({ foundBy, createdAt, reviewSince, decisions }: Asked): boolean {
  if (foundBy !== 'feed' || reviewSince === null) return false
  return reviewSince <= createdAt && decisions.length === 0
}
