fault-disk-full = The server has no room left for files. Nothing was saved. Try again later.
fault-object-missing = This file is not in the file store.
fault-object-damaged = The file in the store is damaged: its content does not match its fingerprint. Tell the administrator.
fault-file-empty = The file { $name } is empty. Choose another file.
fault-file-too-large = The file is too large. The largest allowed size is { $limit } MB.
fault-file-kind = We cannot accept { $name }: its content is none of the allowed kinds. Allowed: { $allowed }.
fault-file-mismatch = The file { $name } is not what its name says (recognised content: { $found }). Save it in the right format and add it again.
fault-file-unlike = The file { $name } is not what its name says: its content is not recognised. Save it in the right format and add it again.
