import type {Sense} from '../language.ts'

/** English denies by a word of its own, with what it denies; what else can be a denial is much more. */
export const englishNegation: Sense = {
  certain:
    /(?<!\b(?:whether or|if|why) )\b(?:(?:not\b(?! (?:alone|new|just|only|all|always|necessarily|every\w*|both|least|to mention|far|long|until|bad|much|un\w+|surpris\w+|without)\b)|cannot\b|never\b(?! mind)|neither\b|no longer\b|nobody\b|\w+n['’]t\b(?! (?:wait|help)\b))(?: \w+)?|(?:lack|absence) of [a-z]+|unpaid\b|no (?!one\b|stranger\b|matter\b|doubt\b|more\b|less\b|fewer\b|longer\b|sooner\b)[a-z]+)/iu,
  possible:
    /\b(?:not|cannot|never|neither|nor|no|non|none|nothing|nobody|nowhere|without|unless|instead|rather|except|but|only|few|fewer|little|hardly|rarely|seldom|barely|scarcely|zero|too|before|until|beyond|wrong|errors?|impossible|difficult|hard|end(?:s|ed|ing)?|free|regardless|any\w*|different\w*|others?|other than|despite|even|still|yet|opt-?outs?|out of|off|away|against|far from|last|past|ago|over|gone|late|dry|dried|hungry|silen\w+|quiet|shut|poor|poverty|must|spare|secret|ignoran\w+|lone|alone|idle|\w+less\w*|(?:un|in|im|il|ir|dis|mis|de|non)-?\w{3,}|(?:fail|lack|avoid|prevent|refus|den(?:y|i)|miss|stop|ignor|skip|restrict|exclu|remov|forb|prohibit|ban|block|reject|absen|empt|option|otherwise|short|los[et]|quit|cease|halt|wit(?:h|hd)|drop|reduc|limit|cut|clos|dead|die|kill|rul|doubt|oppos|contrast|differ|exempt|exception|abstain|neglect|overlook|reluct|hesit|forget|forgot|beware|insufficien|inadequa|tribe|scarc|deficien|under)\w*)\b|n['’]t\b/iu,
}
