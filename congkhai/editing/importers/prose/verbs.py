"""The words that end the name of an agency in running text: verbs of administration, and small words."""

from __future__ import annotations

# Verbs of two syllables, the work of an administration in general.
_TWO = """
ban hành, biểu dương, bàn giao, báo cáo, bảo dưỡng, bảo quản, bảo trì, bảo vệ, bảo đảm, bố trí, bồi dưỡng, chia sẻ,
chuẩn bị, chăm sóc, chấn chỉnh, chỉ đạo, chịu trách, chủ trì, chủ động, cung cấp, cân đối, công bố, công khai, căn
cứ, cải cách, cải thiện, cảnh báo, cấp phát, cập nhật, duy trì, dự báo, dự toán, giám sát, giải ngân, giải quyết,
giới thiệu, góp ý, gương mẫu, hoàn thiện, hoàn thành, huy động, hàng năm, hàng quý, hàng tháng, hướng dẫn, hằng năm,
hằng quý, hằng tháng, hỗ trợ, khai thác, khen thưởng, khuyến khích, khảo sát, khẩn trương, khắc phục, kiến nghị,
kiểm kê, kiểm soát, kiểm tra, kiện toàn, ký kết, kết nối, kịp thời, lãnh đạo, lưu giữ, lưu trữ, lấy ý, lắp đặt, lồng
ghép, lựa chọn, mua sắm, mở rộng, nghiêm túc, nghiên cứu, nghiệm thu, ngăn chặn, niêm yết, nâng cao, nâng cấp, nạo
vét, phát hiện, phát huy, phát sóng, phát thanh, phát triển, phát động, phân bổ, phân công, phân tích, phê duyệt,
phối hợp, phổ biến, quy hoạch, quy định, quyết toán, quán triệt, quản lý, rà soát, rút kinh, sắp xếp, số hoá, số
hóa, sử dụng, sửa chữa, tham gia, tham mưu, thanh toán, thanh tra, theo dõi, thu gom, thành lập, thông báo, thông
tin, thường xuyên, thẩm tra, thẩm định, thống kê, thực hiện, tiến hành, tiếp nhận, tiếp tục, triển khai, trực tiếp,
tuyên truyền, tuyển dụng, tích hợp, tăng cường, tạo điều, tập huấn, tổ chức, tổng hợp, tự giác, vận hành, vận động,
vệ sinh, xác minh, xác định, xây dựng, xử lý, yêu cầu, áp dụng, đi kiểm, điều hành, điều tra, đào tạo, đánh giá, đôn
đốc, đăng ký, đăng tải, đưa tin, đưa vào, đảm bảo, đấu tranh, đầu tư, đẩy mạnh, đề nghị, đề xuất, định kỳ, đổi mới,
ứng phó
"""
# Verbs of one syllable, and small words behind which no name goes on.
_ONE = """
bị cho chuyển chưa chọn cần cắm cử do dọn giao gửi khi khám không kiểm kẻ là làm lấy lập lắp mua mở nghe nhận nhằm
nuôi nêu nộp phun phải quét rà sau soạn sơn sẽ sửa thay theo thì tiêm treo trong trình trước trả trồng tính tưới từ
vào vẽ về xem xây xét đang đo đã đưa được đặt đếm đến để
"""
# Words without capitals that may stand inside the name of an agency, or name agencies in general.
_INSIDE = """
an ban buôn bàn bản bộ chi chuyên chính chúng chủ chức cá các cán còn có công cơ cấp cục của doanh dân dự gia giám
hoặc huyện học hộ hội hợp khu khác khóm kinh liên làng lãnh lượng lại lực môn mặt nghiệp ngành người nhiệm nhà nhân
những này nói phòng phó phương phường phố quan quần quận sản sở sự thuộc thành thôn thầu thể thị thủ tiểu trung trên
trường trưởng trạm trấn trận trị trực tác tư tại tế tỉnh tịch tổ uỷ viên viện và văn vị vụ xuất xã xóm y án đoàn
đình đơn đạo đảng đầu đặc địa đốc đồng đứng ương ấp ủy
"""
TWO = frozenset(" ".join(verb.split()) for verb in _TWO.split(","))
ONE = frozenset(_ONE.split())
INSIDE = frozenset(_INSIDE.split())
