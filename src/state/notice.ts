/** A sentence for the person that goes away by itself or by a click: a key of the message table `notices`. */
export interface Notice {
  key: NoticeKey;
  data?: Record<string, string | number>;
}

export type NoticeKey =
  | 'accepted'
  | 'acceptedUndescribed'
  | 'undone'
  | 'stands'
  | 'takenUp'
  | 'storageFailed'
  | 'copied'
  | 'copyFailed'
  | 'saved'
  | 'publishedIsNewer'
  | 'restored'
  | 'restoredChanges'
  | 'pictureFailed'
  | 'webglLost'
  | 'basemapBlocked'
  | 'analysisFailed'
  | 'actionFailed'
  | 'partNotLoaded'
  | 'languageFailed'
  | 'tooManyRows';
