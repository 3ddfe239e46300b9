/** Where an app stands in its repo; all paths are relative to the workspace's root. */
export interface AppLocation {
  /** The folder that holds `App/`, or the project's own where there is none; `.` for the root. */
  readonly path: string;
  /** The folder of the project file: `App`, `src/App` or, for instance, `.`. */
  readonly projectFolder: string;
  /** The project files in that folder that make the app; none when only its metadata are there. */
  readonly projects: readonly string[];
  /** The folders of the other apps of the repo. */
  readonly neighbours: readonly string[];
}
