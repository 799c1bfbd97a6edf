import type { Level } from "#app/domain/level/levels.ts";

/**
 * What a person reads in each text that a map writes under "is it smartable?", by the number of its document (R7). Read from the texts alone: tests
 * compare it with what is loaded.
 */
export const LEVEL_OF_TEXT: Record<string, Record<string, Level>> = {
  "000": {
    Sì: "yes",
    Si: "yes",
    sì: "yes",
    "Sì con pre-requisiti tecnologici": "in-part",
    "Sì, in parte": "in-part",
    "Sì in parte": "in-part",
    "Si in parte": "in-part",
    "In parte sì in parte no": "in-part",
    "Sì in parte, una o più attività del processo non possono essere smartizzate": "in-part",
    "Sì in parte, una o più attività del processo non possono essere smartizzate (Commissione Pubblico spettacolo)":
      "in-part",
    "Sì in parte, una o più attività del processo non possono essere smartizzate (consegna a mano)":
      "in-part",
    "Sì, in parte se pratiche vengono trasmesse via pec o peo": "in-part",
    "Sì (ad eccezione dei sopralluoghi)": "in-part",
    "No (si per la parte documentale)": "in-part",
    "Di norma parzialmente. La sottoscrizione va fatta in presenza Red. + reg. = smartizzabile": "in-part",
    Dipende: "in-part",
    "Dipende dall'archiviazione": "in-part",
    "Dipende dall'ente": "in-part",
    "Si (si se la pratica è digitale)": "in-part",
    "Sì solo in caso di trasmissione pec": "in-part",
    "Sì, solo se l'utente è dotato di firma certificata": "in-part",
    "Sì, quando utente è dotato di mezzi informatici": "in-part",
    "Sì, se documetazione è pec o peo": "in-part",
    "Sì quando viene trasmessa via pec o peo. No quando viene consegnata allo sportello in quanto utente non dotato di mezzi informatici":
      "in-part",
    "Se esternalizzato la gara può essere svolta in smart working": "in-part",
    No: "no",
    NO: "no",
    no: "no",
    "No (c'è la necessità di incontrare il dipendente)": "no",
    "No (presuppone sopralluogo)": "no",
    "No (relazioni sindacali)": "no",
    "No, necessitano sopralluoghi": "no",
    "No, attività che si svolge solo in presenza": "no",
    "No, attività solo in ufficio con l'utente": "no",
    "No, attività che necessita la consultazione registri, fogli di famiglia e individuali presenti solo in ufficio":
      "no",
    "No. Sportello fisico da garantire ma riducibile in base alle competenze degli utenti e in base sviluppo di piattaforma per contatto digitale.":
      "no",
    "Sarebbe smartizzabile, ma la ricezione della posta è ancora cartacea": "no",
    "Sarebbe smartizzabile, ma la documentazione arriva mediante posta": "no",
    "Sarebbe smartizzabile, ma la ricezione è ancora cartacea": "no",
    "Sarebbe smartizzabile ma i registri sono ancora in formato cartaceo": "no",
    Esternalizzato: "outsourced",
  },
  "003": { SI: "yes", "IN PARTE": "in-part", NO: "no" },
  "001": { "Attività smartizzabili": "yes", "Attività non smartizzabili": "no" },
};
