import type { Transaction } from '#lib/server/database.ts'

/**
 * Removes a workspace and everything in it. Rows that others hang on go last: the database restricts (rather than
 * cascades) between tables, so the order matters. A test compares this list with the schema.
 */
export async function deleteWorkspaceRows(tx: Transaction, workspaceId: string) {
  const where = { workspaceId }
  await tx.trashEntry.deleteMany({ where })
  await tx.outcomeDecision.deleteMany({ where })
  await tx.rawPage.deleteMany({ where })
  await tx.linkCheck.deleteMany({ where })
  await tx.checkRunItem.deleteMany({ where })
  await tx.checkRun.deleteMany({ where })
  await tx.mention.deleteMany({ where })
  await tx.ownPage.deleteMany({ where })
  await tx.touch.deleteMany({ where })
  await tx.suppression.deleteMany({ where })
  await tx.followUp.deleteMany({ where })
  await tx.message.deleteMany({ where })
  await tx.pitchRevision.deleteMany({ where })
  await tx.pitch.deleteMany({ where })
  await tx.readingNote.deleteMany({ where })
  await tx.pageCopy.deleteMany({ where })
  await tx.addressOrigin.deleteMany({ where })
  await tx.channel.deleteMany({ where })
  await tx.affiliation.deleteMany({ where })
  await tx.contact.deleteMany({ where })
  await tx.prospect.deleteMany({ where })
  await tx.campaign.deleteMany({ where })
  await tx.memberSite.deleteMany({ where })
  await tx.site.deleteMany({ where })
  await tx.secretLink.deleteMany({ where })
  await tx.member.deleteMany({ where })
  await tx.workspace.delete({ where: { id: workspaceId } })
}
