import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { NoticeContext, type Notice, type Say } from './notices.ts';
import classes from './notice.module.css';

const SHOWN_MS = 5000;

export function NoticeProvider({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const last = useRef(0);

  const say = useCallback<Say>((tone, text) => {
    const id = ++last.current;
    setNotices((shown) => [...shown.slice(-2), { id, tone, text }]);
    setTimeout(() => setNotices((shown) => shown.filter((notice) => notice.id !== id)), SHOWN_MS);
  }, []);

  return (
    <NoticeContext value={say}>
      {children}
      <div className={classes['region']} role="status" aria-live="polite">
        {notices.map((notice) => (
          <div key={notice.id} className={classes['notice']} data-tone={notice.tone}>
            {notice.tone === 'done' ? <IconCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
            <span>{notice.text}</span>
          </div>
        ))}
      </div>
    </NoticeContext>
  );
}
