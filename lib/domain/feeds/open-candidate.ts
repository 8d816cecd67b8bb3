type Asked = { foundBy: string; reviewSince: Date | null; decisions: readonly unknown[] }

/** A page found in somebody's feed of which nobody has said yet whether it is about us. */
export function isOpenCandidate({ foundBy, reviewSince, decisions }: Asked): boolean {
  return foundBy === 'feed' && reviewSince !== null && decisions.length === 0
}
