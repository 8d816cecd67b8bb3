const DENIES =
  /\b(?:no|not|never|nothing|none|nobody|without|neither|nor|\w+n't|cannot|hate|refuse|avoid|instead of|rather than|free of|nicht|nichts|kein|keine|keinen|keiner|keinerlei|ohne|nie|niemals|pas|rien|sans|aucun|aucune|jamais|sin|nada|ningun|ninguna|nunca|non|niente|nulla|senza|nessun|nessuna|mai|niet|niets|geen|zonder|nao|sem|nenhum|nenhuma|whether|even if|regardless)\b/g
const TURNS =
  /[;:()]| - |\b(?:but|however|yet|though|only|just|except|unless|until|much|a lot|aber|sondern|nur|mais|sauf|seulement|pero|sino|salvo|solo|ma|tranne|maar|alleen|mas)\b/
const DENIED_AFTER =
  /^[^.;:!?]{0,40}\b(?:is|are|was|were|would be|ist|sind|est|es|e)? ?(?:not|never|n't|isn't|aren't|wasn't|unnecessary|no need|nicht|pas|niet)\b ?(?:\w+ ){0,3}(?:need|needed|necessary|required|expected|asked|wanted|offered|involved|the point|our|my|notig|erwartet|necessaire|attendu|nodig)/
/** "In return I expect nothing", "im Gegenzug erwarte ich nichts", "für Links zahlen wir nie". */
const NOTHING_AFTER =
  /^,? ?[^.,;:!?]{0,40}\b(?:expect|want|need|ask|asking|promis\w*|owe|erwarte\w*|verlange\w*|mochte\w*|wunsche\w*|brauche\w*|wollen|will|attend\w*|demand\w*|veux|voulons|pido|pedimos|espero|esperamos|quiero|queremos)\b[^.,;:!?]{0,25}\b(?:nothing|none|nichts|keine?n?|rien|nada)\b(?! (?:but|except|more than|less than|ausser|als|sauf|que)\b)|^(?: (?:we|i|wir|ich|je|nous|on))? (?:never|nie|niemals|nicht|jamais|pas|nunca)\b/
const REACH_BACK = 110

/** Whether a phrase found in a folded sentence is denied there: "nothing in return", "a link back isn't needed". */
export function isDenied(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(Math.max(0, start - REACH_BACK), start)
  for (const match of before.matchAll(DENIES)) {
    const between = before.slice(match.index + match[0].length)
    if (TURNS.test(between)) continue
    // Past a comma a denial goes on only in a list: "no link, mention or anything in return".
    if (!between.includes(',') || /\b(?:or|nor|any|anything|oder|ou|o|ni)\b/.test(between)) return true
  }
  const after = sentence.slice(end, end + 80)
  return DENIED_AFTER.test(after) || NOTHING_AFTER.test(after)
}
