"""What the commands say, in Vietnamese and English; mistakes in the content speak through ``i18n``."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str] | tuple[str, str, str]] = {
    "error": ("LỖI", "ERROR"),
    "warning": ("NHẮC", "WARNING"),
    "notice": ("GHI CHÚ", "NOTICE"),
    "errors": ("{n} lỗi", "{n} errors", "{n} error"),
    "warnings": ("{n} nhắc", "{n} warnings", "{n} warning"),
    "notices": ("{n} ghi chú", "{n} notices", "{n} notice"),
    "in-files": ("trong {n} tệp", "in {n} files", "in {n} file"),
    "more": ("… và {n} mục nữa (chạy check --json để xem hết).", "… and {n} more (see them all with check --json)."),
    "all-well": ("Không có lỗi nào.", "No mistakes found."),
    "old-kept": ("Trang cũ trong {output} được giữ nguyên.", "The old site in {output} was left as it is."),
    "no-old": ("Chưa dựng được trang nào.", "No site was built."),
    "left-out": ("Đã bỏ ra khỏi trang: {names}.", "Left out of the site: {names}."),
    "waited": ("Đã chờ một lần dựng khác xong trước.", "Waited for another build to end."),
    "built": (
        "Đã dựng {pages} trang trong {seconds} giây: ghi {written} tệp, {unchanged} giữ nguyên, {removed} xóa.",
        "Built {pages} pages in {seconds} s; files: {written} written, {unchanged} unchanged, {removed} removed.",
    ),
    "stage-waiting": ("đang có lần dựng khác, chờ xong rồi làm tiếp", "another build is running, waiting for it"),
    "stage-reading": ("đọc tệp", "files read"),
    "stage-pictures": ("xử lý ảnh", "pictures"),
    "stage-pages": ("dựng trang", "pages"),
    "stage-joining": ("ghép và ghi", "joining"),
    "look-at": ("Xem ở: {page}", "Look at: {page}"),
    "strict": ("Có lời nhắc và đang chạy với --strict: tính là lỗi.", "There are warnings, and --strict forbids them."),
    "cleaned": ("Đã xóa: {names}", "Removed: {names}"),
    "nothing-to-clean": ("Không có gì để xóa.", "Nothing to remove."),
    "clean-refused": (
        "Không xóa {folder}: lần dựng gần nhất của xã này không tạo ra thư mục đó. Nếu không cần nữa, hãy tự xóa nó.",
        "Not removing {folder}: the last build of this commune did not make it. Remove it yourself if it is of no use.",
    ),
    "no-commune": (
        "Không thấy commune.yaml ở {folder} hay thư mục nào bên trên. "
        'Hãy vào thư mục của xã, hoặc tạo mới: new commune "Tên xã".',
        'No commune.yaml in {folder} or above. Go to the commune\'s folder, or make one: new commune "Name".',
    ),
    "usage": ("Lệnh chưa đúng: {problem}", "Wrong command line: {problem}"),
    "flag-needs-value": ("{flag} cần một giá trị đi kèm.", "{flag} needs a value."),
    "word-not-known": ("không hiểu «{found}».{near}", "“{found}” is not known.{near}"),
    "word-near": (" Có phải: {near}?", " Did you mean {near}?"),
    "flag-without-value": ("{flag} không có giá trị đi kèm.", "{flag} takes no value."),
    "words-missing": ("còn thiếu {words}.", "{words} missing."),
    "see-help": ("Xem cách dùng: {call} --help", "For help: {call} --help"),
    "bad-day": ("«{found}» không phải một ngày. Viết như 2026-11-24.", "“{found}” is not a date. Write 2026-11-24."),
    "bad-number": ("«{found}» không phải số từ 1 trở lên.", "“{found}” is not a number of 1 or more."),
    "bad-choice": ("«{found}» không có trong: {choices}.", "“{found}” is none of: {choices}."),
    "interrupted": ("Đã dừng.", "Stopped."),
    "disk-full": (
        "Ổ đĩa đã đầy: chưa ghi được {file}. Hãy giải phóng chỗ rồi chạy lại; trang cũ vẫn nguyên.",
        "The disk is full: {file} was not written. Free some space and run again; the old site is untouched.",
    ),
    "no-permission": (
        "Không có quyền với {file}. Hãy xem tệp có đang mở trong chương trình khác không.",
        "No permission for {file}. Is it open in another program?",
    ),
    "unexpected": (
        "Gặp trục trặc ngoài dự tính. Hãy gửi đoạn chữ dưới đây cho người phụ trách phần mềm.",
        "Something unexpected happened. Please send the text below to the maintainers.",
    ),
    "serving": ("Trang đang mở ở {address}  (dừng: Ctrl+C)", "The site is at {address}  (stop: Ctrl+C)"),
    "watching": ("Đang theo dõi thay đổi…  (dừng: Ctrl+C)", "Watching for changes…  (stop: Ctrl+C)"),
    "changed": ("{time}  Có thay đổi: {names}. Đang dựng lại…", "{time}  Changed: {names}. Building again…"),
    "nothing-to-show": (
        "Chưa có trang nào để mở. Sửa lỗi ở trên rồi lưu lại.",
        "No site to show yet. Mend the errors above.",
    ),
    "no-port": ("Các cổng từ {port} đều đang bận.", "All ports from {port} are taken."),
    "made": ("Đã tạo: {names}", "Made: {names}"),
    "made-next": (
        "Các ô mang dữ liệu ví dụ: hãy sửa lại cho đúng, thay ảnh minh họa, rồi xóa dòng «example: có».",
        "The fields hold example data: correct them, replace the picture, then delete the line “example: có”.",
    ),
    "exists": (
        "Đã có {file}: không ghi đè. Hãy chọn tên khác.",
        "{file} exists and is not overwritten. Choose another name.",
    ),
    "not-empty": ("Thư mục {folder} đã có tệp: không ghi đè.", "The folder {folder} is not empty and is left alone."),
    "no-name": ("Tên «{name}» không có chữ hay số nào dùng được.", "The name “{name}” has no letter or digit."),
    "no-producer": (
        'Chưa có người làm nào trong content/producers/. Hãy tạo trước: new producer "Tên".',
        'There is no producer in content/producers/ yet. Make one first: new producer "Name".',
    ),
    "unknown-producer": ("Không có người làm «{found}».", "There is no producer “{found}”."),
    "unit-unknown": (
        "Không tìm thấy xã, phường «{name}» trong danh mục từ 1/7/2025 hay trong tên cũ.{near}",
        "No commune “{name}” among those since 1 July 2025 or their former names.{near}",
    ),
    "unit-near": (" Có phải: {names}?", " Did you mean: {names}?"),
    "unit-code": ("Không có xã nào mang mã «{code}».", "No commune has the code “{code}”."),
    "unit-many": ("Có {n} nơi hợp với «{name}»:", "{n} places match “{name}”:"),
    "unit-choose": (
        "Thêm mã của nơi cần chọn, ví dụ: --code {code}",
        "Add the code of the one you mean, such as: --code {code}",
    ),
    "unit-ask": ("Chọn số mấy? (Enter để thôi) ", "Which number? (Enter to stop) "),
    "unit-split": (
        "(xã cũ đã tách, phần chính nhập vào đây)",
        "(the former commune was split; most of it is here)",
    ),
    "unit-part": ("(nhận một phần của {old})", "(took part of {old})"),
    "unit-whole": ("(nay gồm {old})", "(now holds {old})"),
    "commune-made": (
        "Đã tạo thư mục của {name} ở {folder} ({n} tệp).",
        "Made the folder of {name} in {folder} ({n} files).",
    ),
    "commune-next": (
        "Tiếp theo: vào thư mục đó, đọc README.md, chạy «python3 tasks.py build».",
        "Next: go there, read README.md, run “python3 tasks.py build”.",
    ),
    "no-wheel": (
        "Chưa đóng gói được phần mềm vào banh-xe/ ({reason}); thư mục mới cần gói chophien {version} để tự chuẩn bị.",
        "The software could not be packed into banh-xe/ ({reason}); the new folder needs chophien {version} to set up.",
    ),
    "schema-written": ("Đã ghi {n} lược đồ vào {folder}.", "Wrote {n} schemas to {folder}."),
    "sheet-written": ("Đã ghi {file}. Mở bằng Excel, chép các dòng vào mẫu.", "Wrote {file}; copy its rows over."),
    "sheet-not-built": ("chưa có {file}: dựng trang trước.", "there is no {file}: build the site first."),
    "sheet-no-keys": ("không thấy tệp {file}.", "there is no file {file}."),
    "sheet-keys-not-text": (
        "{file} không phải tệp chữ: chép dòng khóa trong mẫu, dán vào một tệp .txt (UTF-8).",
        "{file} is no text: copy the row of keys out of the template into a .txt file (UTF-8).",
    ),
    "sheet-keys-not-known": (
        "{file} không có khóa nào biết được: phải là dòng khóa kỹ thuật của mẫu, không phải dòng tên cột.",
        "{file} has no key that is known: it must hold the template's row of technical keys, not that of titles.",
    ),
    "sheet-unknown": ("Khóa không biết, cột để trống: {names}.", "Unknown keys, columns left empty: {names}."),
    "sheet-missing": ("Mẫu thiếu cột bắt buộc: {names}.", "The template lacks columns that are required: {names}."),
    "sheet-dropped": ("Có dữ liệu nhưng mẫu không có cột: {names}.", "Filled, but not in the template: {names}."),
    "publish-empty": (
        "Trang đã dựng không có trang nào (hoặc thiếu index.html): không công bố.",
        "The built site has no pages (or no index.html): not published.",
    ),
    "publish-vanish": (
        "{gone} trong {before} trang đang công bố sẽ biến mất (quá 20 %): dừng lại. Nếu đúng ý, chạy lại với --force.",
        "{gone} of {before} published pages would vanish (more than 20 %): stopped. Add --force if you mean it.",
    ),
    "publish-foreign": (
        "Thư mục {folder} có tệp không do lệnh này tạo: không thay thế. Hãy chọn nơi khác bằng --into.",
        "The folder {folder} holds files that this command did not make: not replaced. Choose another with --into.",
    ),
    "publish-strangers": (
        "Trong {folder} có tệp không phải của lần công bố trước, hoặc đã bị sửa: {names}. Chưa thay gì. "
        "Hãy chuyển chúng đi nơi khác, hoặc chạy lại với --force để bỏ chúng.",
        "In {folder} are files that the last publication did not put there, or changed since: {names}. "
        "Nothing was replaced. Move them elsewhere, or add --force to lose them.",
    ),
    "publish-sources": (
        "Không công bố vào {folder}: nơi đó chứa tệp nguồn của xã. Hãy chọn một thư mục riêng, như cong-bo/.",
        "Not publishing into {folder}: it holds the commune's sources. Choose a folder of its own, such as cong-bo/.",
    ),
    "publish-example": (
        "NHẮC  commune.yaml còn dòng «example: có»: trang này mang dữ liệu ví dụ. Sửa cho đúng rồi xóa dòng đó.",
        "WARNING  commune.yaml still says “example: có”: the data are examples. Correct them, then delete the line.",
    ),
    "publish-address": (
        "NHẮC  site_url trong commune.yaml là địa chỉ ví dụ ({address}): danh sách hàng và sơ đồ trang sẽ dẫn sai. "
        "Ghi địa chỉ thật rồi công bố lại.",
        "WARNING  site_url in commune.yaml is an example address ({address}): feeds and sitemap would lead nowhere. "
        "Write the real one and publish again.",
    ),
    "publish-inside": (
        "Nơi đích {folder} nằm trong thư mục trang đã dựng hoặc chứa thư mục của xã: không được.",
        "The destination {folder} lies in the built site or contains the commune's folder: refused.",
    ),
    "publish-failed": ("Không ghi được nơi đích: {reason}", "The target could not be written: {reason}"),
    "publish-changes": (
        "{new} tệp mới, {changed} sửa, {gone} xóa; {pages} trang, {size}.",
        "Files: {new} new, {changed} changed, {gone} removed; {pages} pages, {size}.",
    ),
    "publish-dry": ("Chỉ xem trước, chưa ghi gì.", "Nothing was written (dry run)."),
    "publish-same": ("Không có gì khác lần công bố trước.", "The same as what is published."),
    "publish-left-out": ("Không đưa vào: {names}", "Left out: {names}"),
    "published": ("Đã đóng gói: {places}", "Packed: {places}"),
    "branch-pushed": ("Đã đưa lên nhánh {branch} của {remote}.", "Pushed to the branch {branch} of {remote}."),
    "branch-no-git": ("máy chưa cài git", "git is not installed"),
    "branch-no-repository": ("thư mục này chưa phải kho git", "this folder is not a git repository"),
    "branch-no-identity": (
        "git chưa biết tên và thư điện tử của bạn (git config user.name, user.email)",
        "git does not know your name and e-mail (git config user.name, user.email)",
    ),
    "branch-no-remote": ("không nối được kho từ xa origin. {told}", "the remote origin cannot be reached. {told}"),
    "branch-local-commits": (
        "nhánh gh-pages trên máy có thay đổi chưa đưa lên; hãy đưa lên hoặc xóa nhánh đó",
        "the local branch gh-pages has commits that were never pushed; push or delete it",
    ),
    "branch-push": (
        "máy chủ không nhận, có thể người khác vừa công bố: hãy chạy lại. {told}",
        "the server refused, perhaps someone else just published: run again. {told}",
    ),
    "step-ok": ("đạt", "passed"),
    "step-failed": ("KHÔNG ĐẠT", "FAILED"),
    "step-unaudited": (
        "CHƯA KIỂM TRA ĐƯỢC: dịch vụ cảnh báo lỗ hổng không trả lời cho {n} gói",
        "NOT CHECKED: the advisory service gave no answer for {n} packages",
        "NOT CHECKED: the advisory service gave no answer for {n} package",
    ),
    "doctor-python": ("Python {version}", "Python {version}"),
    "doctor-python-old": ("Python {version}: cần 3.11 trở lên", "Python {version}: 3.11 or newer is needed"),
    "doctor-packages": ("{n} gói đúng như đã khóa", "{n} packages as locked", "{n} package as locked"),
    "doctor-packages-differ": (
        "Gói khác bản đã khóa: {names}. Xóa thư mục .venv rồi chạy lại.",
        "Packages differ from the lock: {names}. Delete the folder .venv and run again.",
    ),
    "doctor-packages-no-lock": ("Không thấy danh sách gói đã khóa", "No list of locked packages here"),
    "doctor-disk": ("Ổ đĩa còn {free}", "Free disk space: {free}"),
    "doctor-disk-low": ("Ổ đĩa chỉ còn {free}: hãy giải phóng chỗ", "Only {free} of disk space left"),
    "doctor-clock": ("Đồng hồ: {now}", "Clock: {now}"),
    "doctor-clock-wrong": (
        "Đồng hồ máy chỉ {now}: sai. Ngày trên trang và hạn OCOP sẽ sai theo.",
        "The clock says {now}: wrong. Dates on the site would be wrong too.",
    ),
    "doctor-write": ("Ghi được vào thư mục của xã", "The commune's folder can be written"),
    "doctor-write-not": ("Không ghi được vào {folder}: {reason}", "Cannot write to {folder}: {reason}"),
    "doctor-output": ("Trang đã dựng ở {folder}", "The built site is in {folder}"),
    "doctor-output-none": ("Chưa dựng trang", "No site built yet"),
    "doctor-output-held": ("Một lần dựng khác đang chạy", "Another build is running"),
    "doctor-browser": ("Chromium để chạy thử giao diện: {path}", "Chromium for browser tests: {path}"),
    "doctor-browser-none": (
        "Không có Chromium: chỉ cần khi phát triển phần mềm",
        "No Chromium: only needed to develop the software",
    ),
    "doctor-utf8": ("Màn hình hiện được tiếng Việt", "The console can show Vietnamese"),
    "doctor-utf8-not": (
        "Màn hình dùng bảng mã {name}: chữ Việt có thể hiện sai, tệp vẫn đúng",
        "The console uses {name}: Vietnamese may look wrong there, files are right",
    ),
}
"""Vietnamese, English and, where it differs, English for an ``n`` of 1."""


def word(key: str, lang: str, **values: object) -> str:
    """Return one sentence in a language, its holes filled."""
    vi, en, *one = WORDS[key]
    text = vi if lang != "en" else one[0] if one and values.get("n") == 1 else en
    return text.format(**values) if values else text
