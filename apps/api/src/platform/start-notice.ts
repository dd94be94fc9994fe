/** What people should read when the server is ready, such as how to sign in. A noun may provide one. */
export interface StartNotice {
  lines(): Promise<string[]>;
}

export const START_NOTICE = Symbol('StartNotice');
