;; Waits for the diagnostics of the file that is edited, and prints them as Flymake
;; has them: the line, then what stands beside it.
(require 'flymake)
(run-hooks 'post-command-hook) ; where eglot-ensure waits for the first command
(let ((deadline (time-add nil 60)))
  (while (and (time-less-p nil deadline) (null (flymake-diagnostics)))
    (accept-process-output nil 0.1)
    (flymake-start))) ; Flymake itself waits for a display
(defun shown (found)
  (goto-char (flymake-diagnostic-beg found))
  (format "%2d %s\n     # %s\n" (line-number-at-pos)
          (buffer-substring (line-beginning-position) (line-end-position))
          (car (split-string (flymake-diagnostic-text found) "\n"))))
(mapc #'princ (sort (mapcar #'shown (flymake-diagnostics)) #'string<))
