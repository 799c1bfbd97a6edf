import { matchRoutes } from "@remix-run/react";
import { describe, expect, test } from "vitest";
import { ROLES } from "#app/domain/permissions.ts";
import { aReportOf } from "#tests/support/objective-reports.ts";
import { ADDRESSES, ask, countLines, lastSequenceOf, OWN, sqlite } from "#tests/support/requests.ts";
import { closedReview, openReview } from "#tests/support/review-forms.ts";

/** Who stands for each role; nobody is who is not signed in. */
const WHO: Record<string, string | undefined> = {
  nobody: undefined,
  rtd: "rtd",
  dirigente: "dirigente-settore-4",
  referente: "referente-settore-4",
  giunta: "giunta",
  lettore: "lettore",
  admin: "amministratore",
};

/**
 * What each address answers to each role: the status of a GET, and of a POST with an empty form. 200 a page; 302 to
 * another (to sign in, for nobody); 403 not yours to change; 404 not there; 405 nothing to write there; 422 yours to
 * change, and the form is empty; 409 the same, where an empty form could be read but comes from before the last edit. Settore 4 is the capofila of 4.10.1; it shares 4.3.6 with Settore 3.
 * The process FVG-TEC-044 and that of turn 8 are its own; FVG-SEG-001 is Settore 1's.
 */
const TABLE = `
address                                            method nobody rtd dirigente referente giunta lettore admin
/                                                  GET    302    200 200       200       200    200     200
/                                                  POST   405    405 405       405       405    405     405
/accedi                                            GET    200    302 302       302       302    302     302
/accedi                                            POST   422    422 422       422       422    422     422
/esci                                              GET    302    302 302       302       302    302     302
/esci                                              POST   302    302 302       302       302    302     302
/piano                                             GET    302    302 302       302       302    302     302
/piano                                             POST   405    405 405       405       405    405     405
/piani                                             GET    302    200 200       200       200    200     200
/piani                                             POST   405    405 405       405       405    405     405
/piani/nuovo                                       GET    302    200 403       403       403    403     403
/piani/nuovo                                       POST   302    422 403       403       403    403     403
/piani/2021-2023/adozione                          GET    302    200 403       403       403    403     403
/piani/2021-2023/adozione                          POST   302    422 403       403       403    403     403
/piani/1999-2001/adozione                          GET    302    404 404       404       404    404     404
/piani/2021-2023/azioni/4.6.3/2022/riporto         GET    302    200 403       403       403    403     403
/piani/2021-2023/azioni/4.6.3/2022/riporto         POST   302    422 403       403       403    403     403
/piani/2021-2023/azioni/4.6.3/2030/riporto         GET    302    404 404       404       404    404     404
/piani/2021-2023                                   GET    302    200 200       200       200    200     200
/piani/2021-2023                                   POST   405    405 405       405       405    405     405
/piani/1999-2001                                   GET    302    404 404       404       404    404     404
/piani/2021-2023/piano.csv                         GET    302    200 200       200       200    200     200
/piani/2021-2023/piano.csv                         POST   405    405 405       405       405    405     405
/piani/2021-2023/piano.xlsx                        GET    302    200 200       200       200    200     200
/piani/2021-2023/piano.xlsx                        POST   405    405 405       405       405    405     405
/piani/2021-2023/piano.ods                         GET    302    200 200       200       200    200     200
/piani/2021-2023/piano.ods                         POST   405    405 405       405       405    405     405
/piani/1999-2001/piano.xlsx                        GET    302    404 404       404       404    404     404
/piani/2021-2023/variazioni                        GET    302    200 200       200       200    200     200
/piani/2021-2023/variazioni                        POST   405    405 405       405       405    405     405
/piani/2021-2023/variazioni?tipo=altro             GET    302    422 422       422       422    422     422
/piani/1999-2001/variazioni                        GET    302    404 404       404       404    404     404
/piani/2021-2023/annualita.csv                     GET    302    200 200       200       200    200     200
/piani/2021-2023/annualita.csv                     POST   405    405 405       405       405    405     405
/piani/2021-2023/annualita.csv?al=domani           GET    302    422 422       422       422    422     422
/piani/2021-2023/annualita.xlsx                    GET    302    200 200       200       200    200     200
/piani/2021-2023/annualita.xlsx                    POST   405    405 405       405       405    405     405
/piani/2021-2023/annualita.ods                     GET    302    200 200       200       200    200     200
/piani/2021-2023/annualita.ods                     POST   405    405 405       405       405    405     405
/piani/2021-2023/annualita.ods?anno=1999           GET    302    422 422       422       422    422     422
/piani/2021-2023/storia.csv                        GET    302    200 200       200       200    200     200
/piani/2021-2023/storia.csv                        POST   405    405 405       405       405    405     405
/piani/2021-2023/storia.xlsx                       GET    302    200 200       200       200    200     200
/piani/2021-2023/storia.xlsx                       POST   405    405 405       405       405    405     405
/piani/2021-2023/storia.ods                        GET    302    200 200       200       200    200     200
/piani/2021-2023/storia.ods                        POST   405    405 405       405       405    405     405
/piani/2021-2023/storia.xlsx?al=domani             GET    302    422 422       422       422    422     422
/piani/1999-2001/storia.ods                        GET    302    404 404       404       404    404     404
/piani/2021-2023/variazioni.csv                    GET    302    200 200       200       200    200     200
/piani/2021-2023/variazioni.csv                    POST   405    405 405       405       405    405     405
/piani/2021-2023/variazioni.xlsx                   GET    302    200 200       200       200    200     200
/piani/2021-2023/variazioni.xlsx                   POST   405    405 405       405       405    405     405
/piani/2021-2023/variazioni.ods                    GET    302    200 200       200       200    200     200
/piani/2021-2023/variazioni.ods                    POST   405    405 405       405       405    405     405
/piani/2021-2023/variazioni.xlsx?al=domani         GET    302    422 422       422       422    422     422
/piani/1999-2001/variazioni.ods                    GET    302    404 404       404       404    404     404
/piani/2021-2023/annualita.pdf                     GET    404    404 404       404       404    404     404
/piani/2021-2023/annualita.pdf                     POST   405    405 405       405       405    405     405
/piani/2021-2023/azioni/4.3.6                      GET    302    200 200       200       200    200     200
/piani/2021-2023/azioni/4.3.6                      POST   405    405 405       405       405    405     405
/piani/2021-2023/azioni/9.9.9                      GET    302    404 404       404       404    404     404
/piani/2021-2023/scarto                            GET    302    200 403       403       403    403     403
/piani/2021-2023/scarto                            POST   302    409 403       403       403    403     403
/piani/1999-2001/scarto                            GET    302    404 404       404       404    404     404
/piani/1999-2001/scarto                            POST   302    302 404       404       404    404     404
/piani/2021-2023/azioni/4.3.6/eliminazione         GET    302    200 403       403       403    403     403
/piani/2021-2023/azioni/4.3.6/eliminazione         POST   302    409 403       403       403    403     403
/piani/2021-2023/azioni/9.9.9/eliminazione         GET    302    404 404       404       404    404     404
/piani/2021-2023/ambiti                            GET    302    200 200       200       200    200     200
/piani/2021-2023/ambiti                            POST   405    405 405       405       405    405     405
/piani/1999-2001/ambiti                            GET    302    404 404       404       404    404     404
/piani/2021-2023/ambiti/nuovo                      GET    302    200 403       403       403    403     403
/piani/2021-2023/ambiti/nuovo                      POST   302    422 403       403       403    403     403
/piani/2021-2023/ambiti/4.3/modifica               GET    302    200 403       403       403    403     403
/piani/2021-2023/ambiti/4.3/modifica               POST   302    422 403       403       403    403     403
/piani/2021-2023/ambiti/9.9/modifica               GET    302    404 404       404       404    404     404
/piani/2021-2023/azioni/nuova                      GET    302    200 403       403       403    403     403
/piani/2021-2023/azioni/nuova                      POST   302    422 403       403       403    403     403
/piani/1999-2001/azioni/nuova                      GET    302    404 404       404       404    404     404
/piani/2021-2023/azioni/4.3.6/modifica             GET    302    200 403       403       403    403     403
/piani/2021-2023/azioni/4.3.6/modifica             POST   302    422 403       403       403    403     403
/piani/2021-2023/azioni/9.9.9/modifica             GET    302    404 404       404       404    404     404
/piani/2021-2023/azioni/4.10.1/responsabili        GET    302    200 403       403       403    403     403
/piani/2021-2023/azioni/4.10.1/responsabili        POST   302    409 403       403       403    403     403
/piani/2021-2023/azioni/4.2.2/anni                 GET    302    200 403       403       403    403     403
/piani/2021-2023/azioni/4.2.2/anni                 POST   302    409 403       403       403    403     403
/piani/2021-2023/azioni/4.3.6/2023/uffici          GET    302    200 403       403       403    403     403
/piani/2021-2023/azioni/4.3.6/2023/uffici          POST   302    409 403       403       403    403     403
/piani/2021-2023/azioni/4.3.6/2030/uffici          GET    302    404 403       403       403    403     403
/piani/2021-2023/azioni/4.10.1/2023/stato          GET    302    200 200       200       403    403     403
/piani/2021-2023/azioni/4.10.1/2023/stato          POST   302    422 422       422       403    403     403
/piani/2021-2023/azioni/4.3.6/2023/stato           GET    302    200 403       403       403    403     403
/piani/2021-2023/azioni/4.3.6/2023/stato           POST   302    422 403       403       403    403     403
/piani/2021-2023/azioni/4.13.2/2021/stato          GET    302    200 403       403       403    403     403
/piani/2021-2023/azioni/4.13.2/2021/stato          POST   302    422 403       403       403    403     403
/piani/2021-2023/azioni/4.7.6/2021/stato           GET    302    200 403       403       403    403     403
/piani/2021-2023/azioni/4.3.6/2030/stato           GET    302    404 404       404       404    404     404
/piani/2021-2023/azioni/4.3.6/2030/stato           POST   302    404 404       404       404    404     404
/piani/2021-2023/azioni/4.10.1/2023/rettifica/LAST GET    302    200 403       403       403    403     403
/piani/2021-2023/azioni/4.10.1/2023/rettifica/LAST POST   302    422 403       403       403    403     403
/piani/2021-2023/azioni/4.10.1/2023/rettifica/9999 GET    302    404 403       403       403    403     403
/aggiornamento                                     GET    302    200 200       200       403    403     403
/aggiornamento/fine                                GET    302    302 302       302       403    403     403
/aggiornamento                                     POST   302    302 302       302       403    403     403
/aggiornamento/fine                                POST   302    302 302       302       403    403     403
/aggiornamento/2021-2023/4.10.1/2023               GET    302    200 200       200       403    403     403
/aggiornamento/2021-2023/4.10.1/2023               POST   302    422 422       422       403    403     403
/aggiornamento/2021-2023/4.3.6/2023                GET    302    200 403       403       403    403     403
/aggiornamento/2021-2023/4.3.6/2023                POST   302    422 403       403       403    403     403
/aggiornamento/2021-2023/4.6.3/2023/settore-4      GET    302    403 200       200       403    403     403
/aggiornamento/2021-2023/4.6.3/2023/settore-4      POST   302    403 422       422       403    403     403
/aggiornamento/2021-2023/4.6.3/2023/settore-3      GET    302    403 403       403       403    403     403
/aggiornamento/2021-2023/4.3.6/2030                GET    302    404 404       404       403    403     403
/piani/2024-2026/azioni/4.3.6/2025/contributo      GET    302    403 200       200       403    403     403
/piani/2024-2026/azioni/4.3.6/2025/contributo      POST   302    403 422       422       403    403     403
/piani/2021-2023/azioni/4.13.2/2021/contributo     GET    302    403 403       403       403    403     403
/piani/2021-2023/azioni/4.3.6/2030/contributo      GET    302    404 404       404       404    404     404
/contributi                                        GET    302    200 403       403       403    403     403
/contributi                                        POST   302    422 403       403       403    403     403
/contributi/999999/accordo                         GET    302    404 403       403       403    403     403
/contributi/999999/accordo                         POST   302    404 403       403       403    403     403
/andamento                                         GET    302    200 200       200       200    200     200
/andamento                                         POST   405    405 405       405       405    405     405
/andamento.csv                                     GET    302    200 200       200       200    200     200
/andamento.csv                                     POST   405    405 405       405       405    405     405
/andamento.xlsx                                    GET    302    200 200       200       200    200     200
/andamento.xlsx                                    POST   405    405 405       405       405    405     405
/andamento.ods                                     GET    302    200 200       200       200    200     200
/andamento.ods                                     POST   405    405 405       405       405    405     405
/processi                                          GET    302    200 200       200       200    200     200
/processi                                          POST   405    405 405       405       405    405     405
/processi.csv                                      GET    302    200 200       200       200    200     200
/processi.csv                                      POST   405    405 405       405       405    405     405
/processi.xlsx                                     GET    302    200 200       200       200    200     200
/processi.xlsx                                     POST   405    405 405       405       405    405     405
/processi.ods                                      GET    302    200 200       200       200    200     200
/processi.ods                                      POST   405    405 405       405       405    405     405
/processi.csv?livello=forse                        GET    302    422 422       422       422    422     422
/smartabilita                                      GET    302    200 200       200       200    200     200
/smartabilita                                      POST   405    405 405       405       405    405     405
/smartabilita.csv                                  GET    302    200 200       200       200    200     200
/smartabilita.csv                                  POST   405    405 405       405       405    405     405
/smartabilita.xlsx                                 GET    302    200 200       200       200    200     200
/smartabilita.xlsx                                 POST   405    405 405       405       405    405     405
/smartabilita.ods                                  GET    302    200 200       200       200    200     200
/smartabilita.ods                                  POST   405    405 405       405       405    405     405
/cerca                                             GET    302    200 200       200       200    200     200
/cerca                                             POST   405    405 405       405       405    405     405
/cerca?q=identita&piano=1999-2001                  GET    302    404 404       404       404    404     404
/uffici                                            GET    302    200 200       200       200    200     200
/uffici                                            POST   405    405 405       405       405    405     405
/uffici/nuovo                                      GET    302    200 403       403       403    403     403
/uffici/nuovo                                      POST   302    422 403       403       403    403     403
/uffici/settore-4                                  GET    302    200 200       200       200    200     200
/uffici/settore-4                                  POST   405    405 405       405       405    405     405
/uffici/settore-99                                 GET    302    404 404       404       404    404     404
/uffici/settore-4/modifica                         GET    302    200 403       403       403    403     403
/uffici/settore-4/modifica                         POST   302    422 403       403       403    403     403
/uffici/settore-4/cessazione                       GET    302    200 403       403       403    403     403
/uffici/settore-4/cessazione                       POST   302    422 403       403       403    403     403
/gruppi/nuovo                                      GET    302    200 403       403       403    403     403
/gruppi/nuovo                                      POST   302    422 403       403       403    403     403
/gruppi/settori-3-e-4                              GET    302    200 403       403       403    403     403
/gruppi/settori-3-e-4                              POST   302    422 403       403       403    403     403
/gruppi/nessuno                                    GET    302    404 404       404       404    404     404
/processi/FVG-TEC-088                              GET    302    200 200       200       200    200     200
/processi/FVG-TEC-088                              POST   405    405 405       405       405    405     405
/processi/FVG-TEC-088?al=domani                    GET    302    422 422       422       422    422     422
/processi/NESSUNO-1                                GET    302    404 404       404       404    404     404
/processi/nuovo                                    GET    302    200 403       403       403    403     403
/processi/nuovo                                    POST   302    422 403       403       403    403     403
/processi/FVG-TEC-088/modifica                     GET    302    200 403       403       403    403     403
/processi/FVG-TEC-088/modifica                     POST   302    409 403       403       403    403     403
/processi/NESSUNO-1/modifica                       GET    302    404 404       404       404    404     404
/processi/FVG-TEC-088/ritiro                       GET    302    200 403       403       403    403     403
/processi/FVG-TEC-088/ritiro                       POST   302    409 403       403       403    403     403
/processi/NESSUNO-1/ritiro                         GET    302    404 404       404       404    404     404
/processi/FVG-TEC-088/blocchi/nuovo                GET    302    200 403       403       403    403     403
/processi/FVG-TEC-088/blocchi/nuovo                POST   302    422 403       403       403    403     403
/processi/FVG-TEC-088/blocchi/1/modifica           GET    302    200 403       403       403    403     403
/processi/FVG-TEC-088/blocchi/1/modifica           POST   302    422 403       403       403    403     403
/processi/FVG-TEC-088/blocchi/99/modifica          GET    302    404 403       403       403    403     403
/processi/FVG-TEC-088/blocchi/1/ritiro             GET    302    200 403       403       403    403     403
/processi/FVG-TEC-088/blocchi/1/ritiro             POST   302    409 403       403       403    403     403
/processi/FVG-TEC-088/blocchi/99/ritiro            GET    302    404 403       403       403    403     403
/processi/FVG-TEC-044/blocchi/1/sblocco            GET    302    200 200       200       403    403     403
/processi/FVG-TEC-044/blocchi/1/sblocco            POST   302    409 409       409       403    403     403
/processi/FVG-SEG-001/blocchi/1/sblocco            GET    302    200 403       403       403    403     403
/processi/FVG-TEC-044/blocchi/9/sblocco            GET    302    404 404       404       404    404     404
/processi/FVG-TEC-044/blocchi/9/sblocco            POST   302    404 404       404       404    404     404
/sblocchi                                          GET    302    200 200       200       200    200     200
/sblocchi                                          POST   405    405 405       405       405    405     405
/sblocchi/33/decisione                             GET    302    200 403       403       403    403     403
/sblocchi/33/decisione                             POST   302    422 403       403       403    403     403
/sblocchi/999999/decisione                         GET    302    404 404       404       404    404     404
/sblocchi/999999/decisione                         POST   302    404 404       404       404    404     404
/svolte                                            GET    302    200 200       200       200    200     200
/svolte                                            POST   405    405 405       405       405    405     405
/svolte/8/risposta                                 GET    302    403 200       403       403    403     403
/svolte/8/risposta                                 POST   302    403 422       403       403    403     403
/svolte/999999/risposta                            GET    302    404 404       404       404    404     404
/svolte/999999/risposta                            POST   302    404 404       404       404    404     404
/obiettivi                                         GET    302    200 200       200       200    200     200
/obiettivi                                         POST   405    405 405       405       405    405     405
/obiettivi?anno=abc                                GET    302    422 422       422       422    422     422
/obiettivi.csv                                     GET    302    200 200       200       200    200     200
/obiettivi.csv                                     POST   405    405 405       405       405    405     405
/obiettivi.xlsx                                    GET    302    200 200       200       200    200     200
/obiettivi.xlsx                                    POST   405    405 405       405       405    405     405
/obiettivi.ods                                     GET    302    200 200       200       200    200     200
/obiettivi.ods                                     POST   405    405 405       405       405    405     405
/obiettivi.csv?tipo=boh                            GET    302    422 422       422       422    422     422
/obiettivi/PEG-CED                                 GET    302    200 200       200       200    200     200
/obiettivi/PEG-CED                                 POST   405    405 405       405       405    405     405
/obiettivi/PEG-CED?al=domani                       GET    302    422 422       422       422    422     422
/obiettivi/NESSUNO-1                               GET    302    404 404       404       404    404     404
/obiettivi/PDO-S3-UO3.4-2/modifica                 GET    302    200 403       403       403    403     403
/obiettivi/PDO-S3-UO3.4-2/modifica                 POST   302    422 403       403       403    403     403
/obiettivi/NESSUNO/modifica                        GET    302    404 404       404       404    404     404
/giri                                              GET    302    200 200       200       200    200     200
/giri                                              POST   405    405 405       405       405    405     405
/giri/nuovo                                        GET    302    200 403       403       403    403     403
/giri/nuovo                                        POST   302    422 403       403       403    403     403
/giri/999999                                       GET    302    404 404       404       404    404     404
/giri/999999                                       POST   405    405 405       405       405    405     405
/giri/999999/chiusura                              GET    302    404 403       403       403    403     403
/giri/999999/chiusura                              POST   302    404 403       403       403    403     403
/giri/999999/uffici/settore-4                      GET    302    404 404       404       404    404     404
/giri/999999/uffici/settore-4                      POST   302    404 404       404       404    404     404
/obiettivi/PDO-TRASV-1/indicatori/nuovo            GET    302    200 200       200       403    403     403
/obiettivi/PDO-TRASV-1/indicatori/nuovo            POST   302    422 422       422       403    403     403
/obiettivi/PEG-CED/indicatori/nuovo                POST   302    422 403       403       403    403     403
/obiettivi/PEG-CED/indicatori/9/modifica           GET    302    404 403       403       403    403     403
/obiettivi/PDO-TRASV-1/indicatori/9/modifica       POST   302    404 404       404       403    403     403
/obiettivi/PEG-CED/indicatori/9/valore             GET    302    404 403       403       403    403     403
/obiettivi/PDO-TRASV-1/indicatori/9/valore         POST   302    404 404       404       403    403     403
/obiettivi/PDO-TRASV-1/dichiarato                  GET    302    200 200       200       403    403     403
/obiettivi/PDO-TRASV-1/dichiarato                  POST   302    422 422       422       403    403     403
/obiettivi/PDO-TRASV-1/validato                    GET    302    200 403       403       403    403     403
/obiettivi/PDO-TRASV-1/validato                    POST   302    422 403       403       403    403     403
/obiettivi/PDO-TRASV-1/note                        GET    302    302 302       302       403    403     403
/obiettivi/PDO-TRASV-1/note                        POST   302    422 422       422       403    403     403
/obiettivi/PEG-CED/dichiarato                      GET    302    200 403       403       403    403     403
/obiettivi/NESSUNO-1/validato                      POST   302    404 404       404       404    404     404
/obiettivi/PEG-CED/cifre/999999/rettifica          GET    302    404 403       403       403    403     403
/obiettivi/PEG-CED/cifre/999999/rettifica          POST   302    404 403       403       403    403     403
/obiettivi/PEG-CED/punti/22/effettivo              GET    302    302 403       403       403    403     403
/obiettivi/PEG-CED/punti/22/effettivo              POST   302    422 403       403       403    403     403
/obiettivi/PEG-CED/punti/999/effettivo             GET    302    404 403       403       403    403     403
/obiettivi/NESSUNO-1/punti/1/effettivo             POST   302    404 404       404       404    404     404
/obiettivi/PEG-CED/punti/22/effettivo/REPORT/rettifica GET  302  200 403       403       403    403     403
/obiettivi/PEG-CED/punti/22/effettivo/REPORT/rettifica POST 302  422 403       403       403    403     403
/obiettivi/PEG-CED/punti/22/effettivo/999999/rettifica GET  302  404 404       404       404    404     404
/obiettivi/nuovo                                   GET    302    200 403       403       403    403     403
/obiettivi/nuovo                                   POST   302    422 403       403       403    403     403
/obiettivi/nuovo?da=NESSUNO                        GET    302    404 403       403       403    403     403
/obiettivi/PEG-CED/pesi                            GET    302    200 403       403       403    403     403
/obiettivi/PEG-CED/pesi                            POST   302    422 403       403       403    403     403
/obiettivi/PDO-TRASV-1/punti/nuovo                 GET    302    200 200       200       403    403     403
/obiettivi/PDO-TRASV-1/punti/nuovo                 POST   302    409 409       409       403    403     403
/obiettivi/PEG-CED/punti/nuovo                     GET    302    200 403       403       403    403     403
/obiettivi/PEG-CED/punti/nuovo                     POST   302    409 403       403       403    403     403
/obiettivi/PEG-CED/punti/1/modifica                GET    302    200 403       403       403    403     403
/obiettivi/PEG-CED/punti/1/modifica                POST   302    409 403       403       403    403     403
/obiettivi/PEG-CED/punti/1/ritiro                  GET    302    200 403       403       403    403     403
/obiettivi/PEG-CED/punti/1/ritiro                  POST   302    409 403       403       403    403     403
/obiettivi/PEG-CED/punti/999/modifica              GET    302    404 403       403       403    403     403
/obiettivi/PEG-CED/punti/999/ritiro                GET    302    404 403       403       403    403     403
/obiettivi/collegamenti                            GET    302    200 200       200       200    200     200
/obiettivi/collegamenti                            POST   405    405 405       405       405    405     405
/obiettivi/collegamenti?ufficio=nessuno            GET    302    422 422       422       422    422     422
/obiettivi/PDO-TRASV-5/collegamenti/nuovo          GET    302    200 403       403       403    403     403
/obiettivi/PDO-TRASV-5/collegamenti/nuovo          POST   302    422 403       403       403    403     403
/obiettivi/NESSUNO/collegamenti/nuovo              GET    302    404 404       404       404    404     404
/obiettivi/DUP-M1P8/collegamenti/1/scioglimento    GET    302    200 403       403       403    403     403
/obiettivi/DUP-M1P8/collegamenti/1/scioglimento    POST   302    409 403       403       403    403     403
/obiettivi/PEG-CED/collegamenti/1/scioglimento     GET    302    404 404       404       404    404     404
/piani/2024-2026/azioni/4.4.11/obiettivi/nuovo     GET    302    200 403       403       403    403     403
/piani/2024-2026/azioni/4.4.11/obiettivi/nuovo     POST   302    422 403       403       403    403     403
/piani/2024-2026/azioni/9.9.9/obiettivi/nuovo      GET    302    404 404       404       404    404     404
/scadenze                                          GET    302    200 200       200       200    200     200
/scadenze                                          POST   405    405 405       405       405    405     405
/scadenze?anno=duemila                             GET    302    422 422       422       422    422     422
/giri/999999/uffici/settore-4/sollecito            GET    302    404 403       403       403    403     403
/giri/999999/uffici/settore-4/sollecito            POST   302    404 403       403       403    403     403
/scadenze/calendario                               GET    302    200 200       200       403    403    403
/scadenze/calendario                               POST   302    409 409       409       403    403    403
/scadenze/calendario/revoca                        GET    302    200 200       200       403    403    403
/scadenze/calendario/revoca                        POST   302    302 302       302       403    403    403
/scadenze/calendario/nessuno.ics                   GET    404    404 404       404       404    404    404
/scadenze/calendario/nessuno.ics                   POST   405    405 405       405       405    405    405
/fotografie                                        GET    302    200 200       200       200    200     200
/fotografie                                        POST   405    405 405       405       405    405     405
/fotografie/nuova                                  GET    302    200 403       403       403    403     403
/fotografie/nuova                                  POST   302    422 403       403       403    403     403
/fotografie/OPEN                                   GET    302    200 200       200       200    200     200
/fotografie/OPEN                                   POST   405    405 405       405       405    405     405
/fotografie/CLOSED                                 GET    302    200 200       200       200    200     200
/fotografie/999999                                 GET    302    404 404       404       404    404     404
/fotografie/OPEN/relazione                         GET    302    200 200       200       200    200     200
/fotografie/CLOSED/relazione                       GET    302    200 200       200       200    200     200
/fotografie/CLOSED/relazione                       POST   405    405 405       405       405    405     405
/fotografie/CLOSED/relazione.pdf                   GET    302    200 200       200       200    200     200
/fotografie/CLOSED/relazione.pdf                   POST   405    405 405       405       405    405     405
/fotografie/OPEN/relazione.pdf                     GET    302    200 200       200       200    200     200
/fotografie/CLOSED/relazione-accessibile.pdf       GET    302    200 200       200       200    200     200
/fotografie/CLOSED/relazione-accessibile.pdf       POST   405    405 405       405       405    405     405
/fotografie/CLOSED/fotografia.json                 GET    302    200 200       200       200    200     200
/fotografie/CLOSED/fotografia.json                 POST   405    405 405       405       405    405     405
/fotografie/OPEN/fotografia.json                   GET    302    404 404       404       404    404     404
/fotografie/OPEN/commenti/4.3                      GET    302    200 403       403       403    403     403
/fotografie/OPEN/commenti/4.3                      POST   302    302 403       403       403    403     403
/fotografie/OPEN/commenti/9.9                      GET    302    404 403       403       403    403     403
/fotografie/OPEN/commenti/9.9                      POST   302    404 403       403       403    403     403
/fotografie/CLOSED/commenti/4.3                    GET    302    302 403       403       403    403     403
/fotografie/CLOSED/commenti/4.3                    POST   302    409 403       403       403    403     403
/fotografie/OPEN/decisioni                         GET    302    200 403       403       403    403     403
/fotografie/OPEN/decisioni                         POST   302    302 403       403       403    403     403
/fotografie/CLOSED/decisioni                       POST   302    409 403       403       403    403     403
/fotografie/OPEN/chiusura                          GET    302    200 403       403       403    403     403
/fotografie/OPEN/chiusura                          POST   302    409 403       403       403    403     403
/fotografie/CLOSED/chiusura                        POST   302    409 403       403       403    403     403
/fotografie/OPEN/scarto                            GET    302    200 403       403       403    403     403
/fotografie/OPEN/scarto                            POST   302    409 403       403       403    403     403
/fotografie/CLOSED/scarto                          POST   302    409 403       403       403    403     403
/fotografie/CLOSED/correzione                      GET    302    200 403       403       403    403     403
/fotografie/CLOSED/correzione                      POST   302    422 403       403       403    403     403
/fotografie/OPEN/correzione                        GET    302    404 403       403       403    403     403
/fotografie/CLOSED/presa-d-atto                    GET    302    200 403       403       403    403     403
/fotografie/CLOSED/presa-d-atto                    POST   302    422 403       403       403    403     403
/fotografie/OPEN/presa-d-atto                      GET    302    404 403       403       403    403     403
/accessibilita                                     GET    200    200 200       200       200    200     200
/accessibilita                                     POST   405    405 405       405       405    405     405
/salute                                            GET    200    200 200       200       200    200     200
/salute                                            POST   405    405 405       405       405    405     405
/nulla/di/nulla                                    GET    404    404 404       404       404    404     404
/nulla/di/nulla                                    POST   405    405 405       405       405    405     405
`;

/** Reviews of a day that no line of these tests reaches: nobody but the RTD records up to it (R4). */
const OPEN = await openReview("2021-2023", "2021-06-30");
const CLOSED = await closedReview("2021-2023", "2021-05-31");

const [head, ...lines] = TABLE.trim()
  .split("\n")
  .map((line) => line.split(/\s+/));
const columns = head!.slice(2);
const rows = lines.map(([address, method, ...statuses]) => ({
  address: address!
    .replace("LAST", String(lastSequenceOf("4.10.1", 2023)))
    .replace("REPORT", String(aReportOf("PEG-CED", 22)))
    .replace("OPEN", String(OPEN))
    .replace("CLOSED", String(CLOSED)),
  method: method!,
  expected: Object.fromEntries(columns.map((who, index) => [who, Number(statuses[index])])),
}));

const patterns = ADDRESSES.map((path) => ({ path }));

function patternOf(address: string): string {
  return matchRoutes(patterns, new URL(address, OWN).pathname)![0]!.route.path;
}

test("the table has a column for every role, and one for who is not signed in", () => {
  const roles = columns.slice(1).map((who) => {
    const username = WHO[who];
    return sqlite.prepare("select role from user where username = ?").pluck().get(username);
  });

  expect(columns[0]).toBe("nobody");
  expect(roles.sort()).toEqual([...ROLES].sort());
});

test.each(ADDRESSES)("%s is in the table, for reading and for writing", (pattern) => {
  const methods = rows.filter(({ address }) => patternOf(address) === pattern).map(({ method }) => method);

  expect([...new Set(methods)].sort()).toEqual(["GET", "POST"]);
});

test.each(rows)(
  "$method $address answers each role as the table says",
  async ({ address, method, expected }) => {
    const before = countLines();
    const answers: Record<string, number> = {};
    for (const who of columns) {
      const form = method === "POST" ? {} : undefined;
      answers[who] = (await ask(address, { as: WHO[who], form })).status;
    }

    expect(answers).toEqual(expected);
    expect(countLines()).toBe(before);
  },
);

test.each(rows.filter(({ expected, method }) => expected.nobody === 302 && method === "GET"))(
  "$address sends who is not signed in to sign in",
  async ({ address }) => {
    const { headers } = await ask(address);
    const isOut = address === "/esci"; // leads to the desk, and that to the sign-in

    expect(headers.get("Location")).toMatch(isOut ? /^\/$/ : /^\/accedi(\?ritorno=|$)/);
  },
);

describe("the button of an update is there exactly where its page opens", () => {
  type Page = {
    years: { year: number; actionYear: object | null; mayUpdate: boolean }[];
    mayCorrect: boolean;
  };
  const CODES = ["4.3.6", "4.7.6", "4.10.1", "4.10.3", "4.13.2", "4.5.1"];

  test.each(Object.values(WHO).filter((as) => as !== undefined))("for %s", async (as) => {
    for (const code of CODES) {
      const page = (await ask(`/piani/2021-2023/azioni/${code}`, { as })).data as Page;
      for (const { year, actionYear, mayUpdate } of page.years) {
        const { status } = await ask(`/piani/2021-2023/azioni/${code}/${year}/stato`, { as });
        expect([code, year, status]).toEqual([code, year, actionYear === null ? 404 : mayUpdate ? 200 : 403]);
      }
      expect(page.mayCorrect).toBe(as === "rtd");
    }
  });

  test("and nowhere on a past day: there is nothing to change in it", async () => {
    const page = await ask("/piani/2021-2023/azioni/4.3.6?al=2022-12-31", { as: "rtd" });

    expect((page.data as Page).years.map(({ mayUpdate }) => mayUpdate)).toEqual([false, false, false]);
    expect((page.data as Page).mayCorrect).toBe(false);
  });
});

test("no page says the name of a person to who may only read", async () => {
  const names = sqlite.prepare("select name from user").pluck().all() as string[];
  for (const { address } of rows.filter(
    ({ method, expected }) => method === "GET" && expected.giunta === 200,
  )) {
    const said = JSON.stringify((await ask(address, { as: "giunta" })).data ?? "");
    expect(names.filter((name) => said.includes(name))).toEqual([]);
  }
});
