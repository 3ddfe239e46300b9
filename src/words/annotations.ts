import { plural } from './plural.ts';
/** What is said where a service shows findings one by one. */
export interface AnnotationWords {
  /** GitHub shows no more than `most` of each kind. */
  readonly leftOut: (most: number, errors: number, warnings: number, notes: number) => string;
  /** Azure Pipelines lists the first `most` of each kind. */
  readonly inLogOnly: (most: number, errors: number, warnings: number) => string;
  readonly summaryCut: string;
  readonly summaryNotWritten: (file: string, error: string) => string;
}

export const annotationsEn: AnnotationWords = {
  leftOut: (most, errors, warnings, notes) =>
    `Left out here: ${plural(errors, 'error', 'errors')}, ${plural(warnings, 'warning', 'warnings')} and ${plural(notes, 'note', 'notes')}. GitHub shows at most ${most} of each kind for a step; every other format of audit has them all.`,
  inLogOnly: (most, errors, warnings) =>
    `In this log only: ${plural(errors, 'error', 'errors')} and ${plural(warnings, 'warning', 'warnings')}. Azure Pipelines lists the first ${most} of each kind for a task.`,
  summaryCut: 'The rest is cut here, as GitHub takes no more. The whole report: maskinflytt audit --format markdown',
  summaryNotWritten: (file, error) => `The summary of the step could not be written to ${file}: ${error}.`,
};

export const annotationsNb: AnnotationWords = {
  leftOut: (most, errors, warnings, notes) =>
    `Utelatt her: ${plural(errors, 'feil', 'feil')}, ${plural(warnings, 'advarsel', 'advarsler')} og ${plural(notes, 'merknad', 'merknader')}. GitHub viser høyst ${most} av hvert slag for et steg; alle de andre formatene til audit har med alt.`,
  inLogOnly: (most, errors, warnings) =>
    `Bare i denne loggen: ${plural(errors, 'feil', 'feil')} og ${plural(warnings, 'advarsel', 'advarsler')}. Azure Pipelines fører opp de ${most} første av hvert slag for en oppgave.`,
  summaryCut: 'Resten er kuttet her, for GitHub tar ikke imot mer. Hele rapporten: maskinflytt audit --format markdown',
  summaryNotWritten: (file, error) => `Sammendraget for steget kunne ikke skrives til ${file}: ${error}.`,
};
